import type { VNode } from "preact";
import type { WireMessage } from "../../server/http/wire.ts";
import { Text } from "./text.tsx";

type FromUs = Extract<WireMessage["content"], { from: "us" }>["message"];

/** What we said: words, lines to call, and the provisions they rest on. */
export function OurMessage({ message }: { readonly message: FromUs }): VNode {
  const name =
    message.from === "counsellor" ? `${message.name ?? "Tư vấn viên"} (tư vấn viên)` : message.from === "bot" ? "Máy trả lời" : "Thông báo";
  return (
    <li class={`message ${message.from}`}>
      <p class="who">{name}</p>
      {message.parts.map((part) => (
        <div class={`part ${part.outcome}`}>
          <Text text={part.text} />
          {part.hotlines.length > 0 && (
            <ul class="hotlines">
              {part.hotlines.map(({ number, name: line, hours }) => (
                <li>
                  <a href={`tel:${number.replace(/\D/g, "")}`}>Gọi {number}</a> {line} ({hours})
                </li>
              ))}
            </ul>
          )}
          {part.citations.length > 0 && (
            <details class="sources">
              <summary>{part.inForceFrom ? `Theo quy định từ ${writtenDay(part.inForceFrom)}` : "Dựa vào"}</summary>
              <ul>
                {part.citations.map(({ label, page }) => (
                  <li>
                    <a href={safePage(page)} target="_blank" rel="noopener">
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </li>
  );
}

/** Only pages of our own. */
function safePage(page: string): string {
  return /^\/[a-z]/.test(page) ? page : "/";
}

function writtenDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${date}/${Number(month)}/${year}`;
}
