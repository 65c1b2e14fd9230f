import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { UnansweredGroup, Wordings } from "../../../server/http/editing/wire.ts";
import { editingApi } from "./editing-api.ts";
import type { PlaceProps } from "./knowledge.tsx";

/** What people asked and the machine did not know, by subject: what is worth writing next. */
export function UnansweredQuestions(props: PlaceProps): VNode {
  const [groups, setGroups] = useState<readonly UnansweredGroup[]>();
  useEffect(() => void editingApi.unanswered().then(setGroups, props.onRefused), []);
  if (groups === undefined) return <p class="quiet">Đang mở…</p>;
  return (
    <>
      <h2>Câu máy chưa trả lời được</h2>
      <p>Trong 90 ngày qua, xếp theo mục gần nhất. Nhiều người hỏi thì nên viết trước.</p>
      {groups.length === 0 && <p class="quiet">Không có câu nào.</p>}
      {groups.map(({ topic, title, count, subjects }) => (
        <section key={topic} aria-label={title}>
          <h3>
            {title} ({count})
          </h3>
          {subjects.map((subject) => (
            <Subject key={subject.entry} {...subject} {...props} />
          ))}
        </section>
      ))}
    </>
  );
}

type SubjectProps = UnansweredGroup["subjects"][number] & PlaceProps;

function Subject({ entry, question, count, askedBack, go, onRefused }: SubjectProps): VNode {
  const [wordings, setWordings] = useState<Wordings["wordings"]>();
  const begin = (conversation: string) => void editingApi.fromCase(conversation).then(({ id }) => go({ kind: "editor", id }), onRefused);
  const open = () => void editingApi.wordings(entry).then(setWordings, onRefused);
  return (
    <details onToggle={(event) => event.currentTarget.open && open()}>
      <summary>
        {question} – {count} lần{askedBack > 0 && `, ${askedBack} lần phải hỏi lại`}
      </summary>
      <ul>
        {wordings?.map(({ conversation, text }) => (
          <li key={conversation + text}>
            {text}{" "}
            <button type="button" class="button small" onClick={() => begin(conversation)}>
              Thành câu trả lời mới
            </button>
          </li>
        ))}
      </ul>
      {entry !== "" && (
        <p>
          <button type="button" class="button" onClick={() => go({ kind: "entry", id: entry })}>
            Mở mục gần nhất
          </button>
        </p>
      )}
    </details>
  );
}
