import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Me } from "../../../server/http/wire.ts";
import { api } from "../api.ts";

export const roleNames: Readonly<Record<Me["role"], string>> = {
  counsellor: "tư vấn viên",
  editor: "biên tập",
  supervisor: "phụ trách",
  administrator: "quản trị",
};

/** Who works here, and a one-time link for a new colleague. */
export function Colleagues(): VNode {
  const [staff, setStaff] = useState<readonly Me[]>([]);
  const [link, setLink] = useState("");
  useEffect(() => void api.staff().then(({ staff: all }) => setStaff(all)), []);
  const invite = async (role: string) => setLink((await api.invite(role)).link);
  return (
    <section class="page">
      <h2>Đồng nghiệp</h2>
      <ul>
        {staff.map(({ name, login, role }) => (
          <li>
            {name} ({login}) – {roleNames[role]}
          </li>
        ))}
      </ul>
      <p class="buttons">
        {Object.entries(roleNames).map(([role, name]) => (
          <button type="button" class="button" onClick={() => void invite(role)}>
            Mời {name}
          </button>
        ))}
      </p>
      {link && (
        <p>
          Liên kết dùng một lần: <code>{link}</code>{" "}
          <button type="button" class="button" onClick={() => void navigator.clipboard.writeText(link)}>
            Chép
          </button>
        </p>
      )}
    </section>
  );
}
