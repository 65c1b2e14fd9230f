import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Sessions } from "../../../server/http/rights/wire.ts";
import { Field, wordsOf } from "../field.tsx";
import { type Proving, useProving } from "./proving.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { rightsApi } from "./rights-api.ts";
import { timeInWords } from "./time-in-words.ts";

/** One's own account: where it is signed in, recovery codes, password. */
export function Account(): VNode {
  const proving = useProving();
  return (
    <section class="page rights">
      <h2>Tài khoản</h2>
      <p role="alert" class="problem">
        {proving.problem}
      </p>
      <OwnSessions proving={proving} />
      <OwnCodes proving={proving} />
      <OwnPassword proving={proving} />
      {proving.dialog}
    </section>
  );
}

function OwnSessions({ proving }: { readonly proving: Proving }): VNode {
  const [sessions, setSessions] = useState<Sessions["sessions"]>([]);
  const load = () => rightsApi.sessions().then(setSessions);
  useEffect(() => proving.run(load), []);
  return (
    <>
      <h3>Đang đăng nhập ở đâu</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Máy</th>
            <th scope="col">Vào lúc</th>
            <th scope="col">Dùng lần cuối</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, signedInAt, lastSeenAt, isThis }) => (
            <tr key={id}>
              <td>{device || "Không rõ"}</td>
              <td>{timeInWords(signedInAt)}</td>
              <td>{timeInWords(lastSeenAt)}</td>
              <td>
                {isThis ? (
                  "máy này"
                ) : (
                  <button type="button" class="button" onClick={() => proving.run(() => rightsApi.endSession(id).then(load))}>
                    Kết thúc
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <button type="button" class="button" onClick={() => proving.run(() => rightsApi.endOthers().then(load))}>
          Kết thúc mọi phiên khác
        </button>
      )}
    </>
  );
}

function OwnCodes({ proving }: { readonly proving: Proving }): VNode {
  const [left, setLeft] = useState<number>();
  const [codes, setCodes] = useState<readonly string[]>([]);
  useEffect(() => proving.run(() => rightsApi.codesLeft().then(setLeft)), [codes]);
  return (
    <>
      <h3>Mã dự phòng</h3>
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes([])} />
      ) : (
        <p>
          Còn {left ?? "…"} mã. Tạo mới thì mã cũ hết dùng.{" "}
          <button type="button" class="button" onClick={() => proving.run(() => rightsApi.makeCodes().then(setCodes))}>
            Tạo 10 mã mới
          </button>
        </p>
      )}
    </>
  );
}

function OwnPassword({ proving }: { readonly proving: Proving }): VNode {
  const [done, setDone] = useState("");
  return (
    <>
      <h3>Đổi mật khẩu</h3>
      <form
        class="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const { fresh = "" } = wordsOf(form);
          proving.run(async () => {
            await rightsApi.changePassword(fresh);
            form.reset();
            setDone("Đã đổi. Mọi phiên khác đã kết thúc.");
          });
        }}
      >
        <Field
          name="fresh"
          label="Mật khẩu mới"
          type="password"
          autocomplete="new-password"
          minLength={15}
          hint="Từ 15 ký tự, một câu dễ nhớ là tốt"
        />
        <p role="status" class="quiet">
          {done}
        </p>
        <button type="submit" class="button">
          Đổi mật khẩu
        </button>
      </form>
    </>
  );
}
