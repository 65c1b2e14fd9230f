import type { VNode } from "preact";
import type { WireMessage } from "../../server/http/wire.ts";
import { Print } from "./print.tsx";
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
          {part.progress && (
            <progress aria-hidden="true" value={part.progress.number - 1} max={Math.max(part.progress.number, part.progress.about)} />
          )}
          <Words part={part} />
          <Sources part={part} />
          {part.result && <Print />}
        </div>
      ))}
    </li>
  );
}

/** Lines to call come after the first paragraph: on a small screen they must be seen without scrolling. */
function Words({ part: { text, headline, hotlines } }: { readonly part: FromUs["parts"][number] }): VNode {
  if (hotlines.length === 0) return <Text text={text} headline={headline} />;
  const [first = "", ...others] = text.split("\n\n");
  return (
    <>
      <Text text={first} />
      <ul class="hotlines">
        {hotlines.map(({ number, name, hours }) => (
          <li>
            <a href={`tel:${number.replace(/\D/g, "")}`}>Gọi {number}</a> {name} ({hours})
          </li>
        ))}
      </ul>
      <Text text={others.join("\n\n")} />
    </>
  );
}

const sourcesInSight = 2;

/** The provisions an answer rests on: the first in sight, the rest behind a tap. */
function Sources({ part: { citations, inForceFrom } }: { readonly part: FromUs["parts"][number] }): VNode | null {
  if (citations.length === 0) return null;
  const list = (chosen: typeof citations) => (
    <ul>
      {chosen.map(({ label, page }) => (
        <li>
          <a href={safePage(page)} target="_blank" rel="noopener">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
  const rest = citations.slice(sourcesInSight);
  return (
    <div class="sources">
      <p>{inForceFrom ? `Theo quy định từ ${writtenDay(inForceFrom)}:` : "Dựa vào:"}</p>
      {list(citations.slice(0, sourcesInSight))}
      {rest.length > 0 && (
        <details>
          <summary>Thêm {rest.length} điều nữa</summary>
          {list(rest)}
        </details>
      )}
    </div>
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
