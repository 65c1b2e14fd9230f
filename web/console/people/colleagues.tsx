import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Colleague } from "../../../server/http/rights/wire.ts";
import type { Me } from "../../../server/http/wire.ts";
import { api } from "../api.ts";
import { useProving } from "../rights/proving.tsx";
import { rightsApi } from "../rights/rights-api.ts";
import { timeInWords } from "../rights/time-in-words.ts";

export const roleNames: Readonly<Record<Me["role"], string>> = {
  counsellor: "tư vấn viên",
  editor: "biên tập",
  supervisor: "phụ trách",
  administrator: "quản trị",
};

/** Who works here, what each may do, and one-time links for a new colleague or a lost telephone. */
export function Colleagues(): VNode {
  const proving = useProving();
  const [colleagues, setColleagues] = useState<readonly Colleague[]>([]);
  const [link, setLink] = useState("");
  const load = () => rightsApi.colleagues().then(setColleagues);
  useEffect(() => proving.run(load), []);
  const run = (doing: () => Promise<unknown>) => proving.run(() => doing().finally(load));
  const active = colleagues.filter(({ leftAt }) => leftAt === undefined);
  const gone = colleagues.filter(({ leftAt }) => leftAt !== undefined);
  const giveLink = (making: () => Promise<string>) => proving.run(() => making().then(setLink));
  return (
    <section class="page rights">
      <h2>Đồng nghiệp</h2>
      <p role="alert" class="problem">
        {proving.problem}
      </p>
      <ul class="colleagues">
        {active.map((colleague) => (
          <Member key={colleague.id} colleague={colleague} run={run} onReset={() => giveLink(() => rightsApi.resetLink(colleague.id))} />
        ))}
      </ul>
      <p class="buttons">
        {Object.entries(roleNames).map(([role, name]) => (
          <button type="button" class="button" onClick={() => giveLink(async () => (await api.invite(role)).link)}>
            Mời {name}
          </button>
        ))}
      </p>
      {link && (
        <p class="notice" role="status">
          Liên kết dùng một lần, chỉ đưa tận tay: <code>{link}</code>{" "}
          <button type="button" class="button" onClick={() => void navigator.clipboard.writeText(link)}>
            Chép
          </button>
        </p>
      )}
      {gone.length > 0 && (
        <details>
          <summary>Đã ngừng ({gone.length})</summary>
          <ul class="colleagues">
            {gone.map(({ id, name, login, leftAt }) => (
              <li key={id}>
                {name} ({login}), ngừng {leftAt !== undefined && timeInWords(leftAt)}{" "}
                <button type="button" class="button" onClick={() => run(() => rightsApi.switchOn(id))}>
                  Mở lại
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {proving.dialog}
    </section>
  );
}

interface MemberProps {
  readonly colleague: Colleague;
  readonly run: (doing: () => Promise<unknown>) => void;
  readonly onReset: () => void;
}

function Member({ colleague: { id, name, login, role, lastSeenAt, codesLeft }, run, onReset }: MemberProps): VNode {
  return (
    <li>
      <p>
        <strong>{name}</strong> ({login})
        <br />
        <span class="quiet">
          {lastSeenAt === undefined ? "đang không đăng nhập" : `dùng lần cuối ${timeInWords(lastSeenAt)}`}; còn {codesLeft} mã dự phòng
        </span>
      </p>
      <label>
        Vai{" "}
        <select value={role} onChange={(event) => run(() => rightsApi.changeRole(id, event.currentTarget.value))}>
          {Object.entries(roleNames).map(([each, words]) => (
            <option value={each}>{words}</option>
          ))}
        </select>
      </label>
      <button type="button" class="button" onClick={onReset}>
        Làm lại mã đăng nhập
      </button>
      <details>
        <summary>Ngừng tài khoản</summary>
        <p>{name} ra khỏi mọi máy ngay; việc đang giữ quay lại hàng chờ.</p>
        <button type="button" class="button" onClick={() => run(() => rightsApi.switchOff(id))}>
          Ngừng ngay
        </button>
      </details>
    </li>
  );
}
