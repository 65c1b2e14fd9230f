import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Me } from "../../server/http/wire.ts";
import { api } from "./api.ts";

/** Who works here, and a one-time link for a new colleague. */
export function Colleagues(): VNode {
  const [staff, setStaff] = useState<readonly Me[]>([]);
  const [link, setLink] = useState("");
  const invite = async (role: string) => setLink((await api.invite(role)).link);
  return (
    <details class="colleagues" onToggle={(event) => event.currentTarget.open && void api.staff().then(({ staff: all }) => setStaff(all))}>
      <summary>Đồng nghiệp</summary>
      <ul>
        {staff.map(({ name, login, role }) => (
          <li>
            {name} ({login}) – {role === "administrator" ? "quản trị" : "tư vấn viên"}
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => void invite("counsellor")}>
        Mời tư vấn viên
      </button>{" "}
      <button type="button" class="button" onClick={() => void invite("administrator")}>
        Mời quản trị
      </button>
      {link && (
        <p>
          Liên kết dùng một lần: <code>{link}</code>{" "}
          <button type="button" class="button" onClick={() => void navigator.clipboard.writeText(link)}>
            Chép
          </button>
        </p>
      )}
    </details>
  );
}
