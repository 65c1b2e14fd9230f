import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ownerPaths, type SiteCheck } from "../../../server/http/owner/wire.ts";
import type { SectionProps } from "../section.ts";

const words: Readonly<Record<SiteCheck["missing"][number], string>> = {
  SITE_OWNER: "ai chịu trách nhiệm về trang (cơ quan nào)",
  SITE_CONTACT: "liên hệ bằng cách nào (địa chỉ, số điện thoại)",
  PUBLIC_URL: "địa chỉ thật của trang; thẻ, thư và mã quét trên áp phích đang dẫn về “localhost”",
};

const prints = [
  ["/ap-phich", "Áp phích để in, khổ A4 và A5"],
  ["/quyen-tu-choi", "Thẻ “quyền từ chối”"],
  ["/thu-gui-cong-ty", "Thư mẫu gửi công ty"],
] as const;

/** What the site does not yet tell people, and what there is to print and hang up. */
export function Site({ onGone }: SectionProps): VNode {
  const [missing, setMissing] = useState<SiteCheck["missing"]>();
  useEffect(() => void read().then(setMissing, onGone), []);
  return (
    <section class="page">
      <h2>Trang web</h2>
      {missing?.length === 0 && <p>Trang đã ghi đủ ai chịu trách nhiệm và địa chỉ của mình.</p>}
      {missing !== undefined && missing.length > 0 && (
        <div role="status">
          <p>Chưa điền, nên người đọc không thấy:</p>
          <ul>
            {missing.map((name) => (
              <li key={name}>
                <code>{name}</code>: {words[name]}
              </li>
            ))}
          </ul>
          <p class="hint">Người chạy máy chủ đặt các mục này trong cấu hình, rồi khởi động lại.</p>
        </div>
      )}
      <h3>Để in và dán</h3>
      <ul>
        {prints.map(([path, name]) => (
          <li key={path}>
            <a href={path} target="_blank" rel="noopener">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function read(): Promise<SiteCheck["missing"]> {
  const response = await fetch(ownerPaths.site, { cache: "no-store" });
  if (!response.ok) throw new Error(String(response.status));
  const { missing }: SiteCheck = await response.json();
  return missing;
}
