import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { FoundList } from "../../../server/http/desk/wire.ts";
import { deskApi } from "./desk-api.ts";

type Found = FoundList["found"][number];
const afterMs = 250;

/** Entries and provisions in force today, by the machine's own search; one press puts text and article into the answer. */
export function FindKnowledge({ onInsert }: { readonly onInsert: (words: string) => void }): VNode {
  const [asked, setAsked] = useState("");
  const [found, setFound] = useState<readonly Found[]>();
  useEffect(() => {
    if (asked.trim().length < 2) return setFound(undefined);
    let isOld = false;
    const timer = setTimeout(() => {
      deskApi.find(asked).then(
        (list) => !isOld && setFound(list),
        () => !isOld && setFound([]),
      );
    }, afterMs);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return (
    <section class="knowledge" aria-label="Kiến thức">
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (found?.[0]) onInsert(found[0].insert);
          }}
        >
          <label for="tim-kien-thuc">
            Tìm điều luật, câu đã có <span class="hint">(phím F; Enter chèn câu đầu)</span>
          </label>
          <input
            id="tim-kien-thuc"
            type="text"
            maxLength={200}
            autoComplete="off"
            aria-keyshortcuts="f"
            value={asked}
            onInput={(event) => setAsked(event.currentTarget.value)}
          />
        </form>
      </search>
      <div role="status">{found?.length === 0 && <p class="quiet">Chưa thấy câu nào khớp.</p>}</div>
      {found && found.length > 0 && (
        <ul class="found">
          {found.map((each) => (
            <li key={each.entry}>
              <Insertable {...each} title={each.question} text={each.short} onInsert={onInsert} />
              <details>
                <summary>Điều luật ({each.provisions.length})</summary>
                {each.provisions.map((provision) => (
                  <Insertable key={provision.label} {...provision} title={provision.label} text={provision.says} onInsert={onInsert} />
                ))}
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface InsertableProps {
  readonly title: string;
  readonly text: string;
  readonly sure: boolean;
  readonly page: string;
  readonly insert: string;
  readonly onInsert: (words: string) => void;
}

function Insertable({ title, text, sure, page, insert, onInsert }: InsertableProps): VNode {
  return (
    <div class="insertable">
      <button type="button" class="found-item" onClick={() => onInsert(insert)}>
        <strong>{title}</strong>
        <span>{text}</span>
        {!sure && <span class="unsure">Chưa chắc: xem lại trước khi gửi.</span>}
      </button>
      <a href={page} target="_blank" rel="noreferrer">
        Xem trang
      </a>
    </div>
  );
}
