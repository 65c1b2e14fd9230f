import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../../server/http/wire.ts";
import { api } from "../api.ts";
import { Field, wordsOf } from "../field.tsx";

/** Making an account from a one-time link: name, password, and the code maker. */
export function Enrol({ token, onDone }: { readonly token: string; readonly onDone: (me: Me) => void }): VNode {
  const [invited, setInvited] = useState<{ secret: string; qr: string }>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    api.invitation(token).then(setInvited, () => setProblem("Liên kết này đã dùng hoặc đã hết hạn. Xin người quản trị liên kết mới."));
  }, [token]);
  if (!invited)
    return (
      <main class="card">
        <h1>Bàn tư vấn</h1>
        <p role="alert">{problem || "Đang mở…"}</p>
      </main>
    );
  return (
    <main class="card">
      <h1>Tạo tài khoản</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          api
            .enrol({ ...wordsOf(event.currentTarget), token, secret: invited.secret })
            .then(onDone, (refused: Error) => setProblem(refused.message));
        }}
      >
        <Field name="name" label="Tên hiện cho người hỏi" hint="Ví dụ: Chị Hoa" />
        <Field
          name="login"
          label="Tên đăng nhập"
          autocomplete="username"
          pattern="[A-Za-z0-9._@\-]{3,64}"
          hint="Chữ không dấu, số, dấu chấm"
        />
        <Field
          name="password"
          label="Mật khẩu"
          type="password"
          autocomplete="new-password"
          minLength={15}
          hint="Từ 15 ký tự, một câu dễ nhớ là tốt"
        />
        <p>Mở ứng dụng tạo mã trên điện thoại, quét hình này rồi nhập mã.</p>
        <img src={invited.qr} alt="Mã QR để thêm vào ứng dụng tạo mã" width="180" height="180" />
        <p class="hint">
          Không quét được thì nhập khóa: <code>{invited.secret}</code>
        </p>
        <Field name="code" label="Mã 6 số trong ứng dụng" autocomplete="one-time-code" pattern="[0-9]{6}" inputMode="numeric" />
        {problem && (
          <p role="alert" class="problem">
            {problem}
          </p>
        )}
        <button type="submit" class="button primary">
          Tạo tài khoản
        </button>
      </form>
    </main>
  );
}
