import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Results } from "../../../server/http/desk/wire.ts";
import { longestText } from "../../../server/http/paths.ts";
import { newId } from "../../new-id.ts";
import type { Alike } from "../cases/views.ts";
import { channels } from "../channels/channel-names.ts";
import { moment } from "../channels/window-in-words.ts";
import { deskApi } from "./desk-api.ts";
import { FindKnowledge } from "./find-knowledge.tsx";
import { insertAt } from "./use-insert.ts";

export interface TogetherProps {
  readonly group: Alike;
  readonly onRead: (id: string) => void;
  readonly onRefused: (fault: unknown) => void;
}

const kinds = { sent: "đã gửi", held: "chờ duyệt", refused: "chưa gửi" } as const;

/** One answer to several who seem to ask the same. */
export function AnswerTogether({ group, onRead, onRefused }: TogetherProps): VNode {
  const box = useRef<HTMLTextAreaElement>(null);
  // As it was when it was begun: those who are answered go from the queue, what became of them stays here.
  const [cases] = useState(group.items);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [text, setText] = useState("");
  const [close, setClose] = useState(true);
  const [clientId, setClientId] = useState(newId);
  const [results, setResults] = useState<Results["results"]>();
  const chosen = cases.map(({ id }) => id).filter((id) => !left.has(id));
  const send = async () => {
    if (text.trim() === "" || chosen.length === 0) return;
    try {
      setResults(await deskApi.together({ cases: chosen, clientId, text, close }));
      setClientId(newId());
    } catch (fault) {
      onRefused(fault);
    }
  };
  const turn = (id: string, on: boolean) => setLeft(new Set(on ? [...left].filter((each) => each !== id) : [...left, id]));
  const becameOf = (id: string) => results?.find((result) => result.id === id);
  return (
    <section aria-labelledby="cung-cau">
      <h2 id="cung-cau">{group.question}</h2>
      <p class="quiet">Máy thấy các câu này gần nhau. Anh/chị mở đọc từng câu trước, bỏ câu nào khác ý.</p>
      <ul class="together">
        {cases.map((item) => (
          <li key={item.id}>
            <label>
              <input type="checkbox" checked={!left.has(item.id)} onChange={(event) => turn(item.id, event.currentTarget.checked)} />{" "}
              {channels[item.channel] ?? item.channel}, hỏi lúc {moment(item.openedAt)}
            </label>{" "}
            <button type="button" class="button" onClick={() => onRead(item.id)}>
              Đọc
            </button>{" "}
            <span role="status">{describe(becameOf(item.id))}</span>
          </li>
        ))}
      </ul>
      <form
        class="answering"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label for="loi-chung">Lời gửi chung</label>
        <textarea
          id="loi-chung"
          ref={box}
          rows={5}
          maxLength={longestText}
          value={text}
          aria-keyshortcuts="r"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p>
          <label>
            <input type="checkbox" checked={close} onChange={(event) => setClose(event.currentTarget.checked)} /> Kết thúc luôn sau khi gửi
          </label>
        </p>
        <button type="submit" class="button primary">
          Gửi cho {chosen.length} người
        </button>
      </form>
      <FindKnowledge onInsert={(words) => box.current && setText(insertAt(box.current, words))} />
    </section>
  );
}

function describe(result: Results["results"][number] | undefined): string {
  if (result === undefined) return "";
  return result.message === undefined ? kinds[result.kind] : `${kinds[result.kind]}: ${result.message}`;
}
