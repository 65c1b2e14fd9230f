import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EndingProvision, NoticeItem } from "../../../server/http/editing/wire.ts";
import { wordsOf } from "../field.tsx";
import { ProvisionLine } from "../writing/read-entry.tsx";
import { editingApi } from "./editing-api.ts";
import type { PlaceProps } from "./knowledge.tsx";
import { NewNotice, NoticeLine } from "./notices.tsx";

/** Provisions that end soon with what rests on them, and what people who were told the old rule are told. */
export function Impact(props: PlaceProps): VNode {
  const [of, setOf] = useState("");
  const [ending, setEnding] = useState<readonly EndingProvision[]>();
  const [notices, setNotices] = useState<readonly NoticeItem[]>([]);
  const load = () => void editingApi.notices().then(setNotices, props.onRefused);
  useEffect(load, []);
  useEffect(() => void editingApi.impact(of).then(setEnding, props.onRefused), [of]);
  return (
    <>
      <h2>Quy định sắp hết hiệu lực</h2>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          setOf(wordsOf(event.currentTarget).of?.trim() ?? "");
        }}
      >
        <p class="field">
          <label for="quy-dinh">Xem một văn bản hoặc quy định khác (mã, ví dụ qd-22-2023)</label>
          <input id="quy-dinh" name="of" type="search" />
        </p>
        <p>
          <button type="submit" class="button">
            Xem
          </button>
        </p>
      </form>
      {ending?.length === 0 && (
        <p class="quiet">{of === "" ? "Không có quy định nào hết hiệu lực trong 90 ngày tới." : "Không có mã này."}</p>
      )}
      {ending?.map((each) => (
        <Ending key={each.provision.id} ending={each} onMade={load} {...props} />
      ))}
      <h2>Tin đính chính</h2>
      {notices.length === 0 && <p class="quiet">Chưa có tin nào.</p>}
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} onChanged={load} {...props} />
      ))}
    </>
  );
}

interface EndingProps extends PlaceProps {
  readonly ending: EndingProvision;
  readonly onMade: () => void;
}

function Ending({ ending: { provision, entries, tools }, onMade, ...props }: EndingProps): VNode {
  return (
    <section class="ending" aria-label={provision.label}>
      {provision.to && <h3>Hết hiệu lực ngày {provision.to.split("-").reverse().join("/")}</h3>}
      <p>
        <ProvisionLine provision={provision} />
      </p>
      <ul class="entries">
        {entries.map(({ id, question }) => (
          <li key={id}>
            <button type="button" class="entry-line" onClick={() => props.go({ kind: "entry", id })}>
              {question}
            </button>
          </li>
        ))}
        {tools.map((title) => (
          <li key={title}>Công cụ: {title}</li>
        ))}
      </ul>
      {entries.length > 0 && <NewNotice about={provision.id} entries={entries.map(({ id }) => id)} onMade={onMade} {...props} />}
    </section>
  );
}
