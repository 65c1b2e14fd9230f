import type { VNode } from "preact";
import type { Revision } from "../../../server/http/editing/wire.ts";

/** What was said in the case an entry is made from; personal data are hidden, and what is hidden badly is for the editor's eye. */
export function Material({
  material,
  onUse,
}: {
  readonly material: NonNullable<Revision["material"]>;
  readonly onUse: (asked: string) => void;
}): VNode {
  return (
    <section class="material" aria-labelledby="nguyen-lieu">
      <h3 id="nguyen-lieu">Từ cuộc trò chuyện</h3>
      <p class="hint">Tên, số và địa chỉ đã được che. Còn sót điều riêng tư nào thì đừng đưa vào mục.</p>
      <h4>Người hỏi viết</h4>
      <ul>
        {material.asked.map((text) => (
          <li>
            {text}{" "}
            <button type="button" class="button small" onClick={() => onUse(text)}>
              Thêm vào cách hỏi
            </button>
          </li>
        ))}
      </ul>
      <h4>Tư vấn viên trả lời</h4>
      {material.answered.map((text) => (
        <blockquote>{text}</blockquote>
      ))}
    </section>
  );
}
