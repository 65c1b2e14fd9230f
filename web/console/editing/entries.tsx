import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EntryItem, EntryList } from "../../../server/http/editing/wire.ts";
import { editingApi } from "./editing-api.ts";
import type { PlaceProps } from "./knowledge.tsx";
import { NewEntry } from "./new-entry.tsx";
import { fromNames, mayKeep, plain, stateNames } from "./words.ts";

const filters = {
  all: { name: "Tất cả", has: () => true },
  submitted: { name: "Chờ duyệt", has: ({ open }: EntryItem) => open.some(({ state }) => state === "submitted") },
  draft: { name: "Đang viết", has: ({ open }: EntryItem) => open.some(({ state }) => state === "draft") },
  changed: { name: "Khác với tệp", has: ({ from }: EntryItem) => from !== "file" && from !== "draft-only" },
  look: { name: "Cần xem lại", has: ({ from }: EntryItem) => from === "file-changed" || from === "put-aside" },
} as const;
type Filter = keyof typeof filters;
const mostShown = 100;

/** Every entry, found by words and by how it stands. */
export function Entries(props: PlaceProps): VNode {
  const [list, setList] = useState<EntryList>();
  const [words, setWords] = useState("");
  const [topic, setTopic] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  useEffect(() => void editingApi.entries().then(setList, props.onRefused), []);
  if (list === undefined) return <p class="quiet">Đang mở…</p>;
  const asked = plain(words);
  const found = list.entries.filter(
    (entry) =>
      (topic === "" || entry.topic === topic) &&
      filters[filter].has(entry) &&
      (asked === "" || plain(`${entry.question} ${entry.id}`).includes(asked)),
  );
  return (
    <>
      <h2>Các mục kiến thức</h2>
      <search class="filters">
        <p class="field">
          <label for="tim-muc">Tìm theo chữ trong câu hỏi</label>
          <input id="tim-muc" type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </p>
        <Topics list={list} chosen={topic} onChoose={setTopic} />
        <p class="field">
          <label for="tinh-trang">Tình trạng</label>
          <select id="tinh-trang" value={filter} onChange={(event) => setFilter(event.currentTarget.value as Filter)}>
            {Object.entries(filters).map(([key, { name, has }]) => (
              <option value={key}>
                {name} ({list.entries.filter(has).length})
              </option>
            ))}
          </select>
        </p>
      </search>
      {mayKeep(props.me) && <NewEntry list={list} {...props} />}
      <p class="hint" role="status">
        {found.length} mục{found.length > mostShown && `, hiện ${mostShown} mục đầu`}
      </p>
      <ul class="entries">
        {found.slice(0, mostShown).map((entry) => (
          <Line key={entry.id} entry={entry} onOpen={() => props.go({ kind: "entry", id: entry.id })} />
        ))}
      </ul>
    </>
  );
}

function Topics({
  list,
  chosen,
  onChoose,
}: {
  readonly list: EntryList;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}): VNode {
  return (
    <p class="field">
      <label for="chu-de">Chủ đề</label>
      <select id="chu-de" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">Mọi chủ đề</option>
        {list.topics.map(({ id, title }) => (
          <option value={id}>{title}</option>
        ))}
        <option value="warnings">Cảnh báo lừa đảo</option>
        <option value="rumours">Tin đồn</option>
      </select>
    </p>
  );
}

function Line({ entry, onOpen }: { readonly entry: EntryItem; readonly onOpen: () => void }): VNode {
  const notes = [fromNames[entry.from], ...entry.open.map(({ state, author }) => `${stateNames[state]} của ${author.name}`)].filter(
    Boolean,
  );
  return (
    <li>
      <button type="button" class="entry-line" onClick={onOpen}>
        <strong>{entry.question}</strong>
        <span class="hint">{entry.id}</span>
        {notes.length > 0 && <span class="note">{notes.join(" · ")}</span>}
      </button>
    </li>
  );
}
