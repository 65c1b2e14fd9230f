import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CannedReplies } from "../../../server/http/desk/wire.ts";
import { deskApi } from "./desk-api.ts";

type Reply = CannedReplies["replies"][number];

/** Words made ready: type to find, Enter takes the first. */
export function ReadyWords({ onPick, onClose }: { readonly onPick: (text: string) => void; readonly onClose: () => void }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [loading] = useState(() => deskApi.canned().catch((): readonly Reply[] => []));
  const [replies, setReplies] = useState<readonly Reply[]>();
  const [looked, setLooked] = useState("");
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => void loading.then(setReplies), [loading]);
  const matching = (all: readonly Reply[]) => all.filter(({ title, text }) => plain(`${title} ${text}`).includes(plain(looked)));
  const found = matching(replies ?? []);
  const pick = (text: string) => {
    dialog.current?.close();
    onPick(text);
  };
  return (
    <dialog ref={dialog} class="picker" onClose={onClose} aria-labelledby="loi-san">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void loading.then((all) => matching(all)[0]).then((first) => first && pick(first.text));
        }}
      >
        <h2 id="loi-san">Lời soạn sẵn</h2>
        <label for="tim-loi-san">Tìm (Enter lấy câu đầu)</label>
        <input id="tim-loi-san" type="text" autoComplete="off" value={looked} onInput={(event) => setLooked(event.currentTarget.value)} />
      </form>
      {replies !== undefined && found.length === 0 && <p class="quiet">Chưa có lời nào. Người phụ trách thêm ở phần “Cách làm việc”.</p>}
      <ul class="found">
        {found.map(({ id, title, text }) => (
          <li key={id}>
            <button type="button" class="found-item" onClick={() => pick(text)}>
              <strong>{title}</strong>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        Thôi
      </button>
    </dialog>
  );
}

/** Without marks and capitals, as people type when they are in a hurry. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}
