import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EntryDraft, EntryList, ProblemItem } from "../../../server/http/editing/wire.ts";
import { editingApi } from "../editing/editing-api.ts";
import { riskNames } from "../editing/words.ts";
import { sectionNames } from "./fields.ts";
import { ProvisionPicker } from "./provision-picker.tsx";
import { Problems, WrittenField } from "./written-field.tsx";

export interface EntryFieldsProps {
  readonly draft: EntryDraft;
  readonly problems: readonly ProblemItem[];
  readonly onChange: (draft: EntryDraft) => void;
}

/** The fields of an entry, in the order they are thought of; what is wrong stands beside each. */
export function EntryFields(props: EntryFieldsProps): VNode {
  const { draft, problems, onChange } = props;
  const says = (field: string) => problems.filter((problem) => problem.field === field).map((problem) => problem.says);
  const set = (more: Partial<EntryDraft>) => onChange({ ...draft, ...more });
  const parts = { draft, says, set };
  return (
    <>
      <Asked {...parts} />
      <Answer {...parts} />
      <WrittenField name="next" label="Làm gì tiếp" rows={2} value={draft.next} problems={says("next")} onInput={(next) => set({ next })} />
      <Risk draft={draft} onChange={(risk) => set({ risk })} />
      <Beside draft={draft} says={says} onChange={onChange} />
    </>
  );
}

interface PartProps {
  readonly draft: EntryDraft;
  readonly says: (field: string) => readonly string[];
  readonly set: (more: Partial<EntryDraft>) => void;
}

function Asked({ draft, says, set }: PartProps): VNode {
  return (
    <>
      <WrittenField
        name="question"
        label="Câu hỏi"
        value={draft.question}
        problems={says("question")}
        onInput={(question) => set({ question })}
      />
      <WrittenField
        name="id"
        label="Tên tệp"
        hint="chủ-đề/tên-ngắn, chữ thường không dấu"
        value={draft.id}
        problems={says("id")}
        onInput={(id) => set({ id })}
      />
      <WrittenField
        name="asked"
        label="Người ta còn hỏi thế nào"
        hint="Mỗi dòng một cách, như người ta nói thật; từ 4 đến 14 dòng."
        rows={7}
        value={draft.asked.join("\n")}
        problems={says("asked")}
        onInput={(text) => set({ asked: text.split("\n") })}
      />
    </>
  );
}

function Answer({ draft, says, set }: PartProps): VNode {
  return (
    <>
      <ProvisionPicker
        name="basis"
        label="Chỗ dựa trong luật"
        ids={draft.basis}
        problems={says("basis")}
        onChange={(basis) => set({ basis })}
      />
      <WrittenField
        name="short"
        label="Trả lời ngắn"
        hint={`Một ý, tối đa 320 chữ cái (đang có ${draft.short.length}). Mọi con số phải có trong chỗ dựa.`}
        rows={4}
        value={draft.short}
        problems={says("short")}
        onInput={(short) => set({ short })}
      />
      {sectionNames.map(([name, label, hint]) => (
        <WrittenField
          key={name}
          name={name}
          label={label}
          hint={hint}
          rows={4}
          value={draft.sections[name] ?? ""}
          problems={says(name)}
          onInput={(text) => set({ sections: { ...draft.sections, [name]: text } })}
        />
      ))}
      <ProvisionPicker
        name="formerly"
        label="Quy định cũ nói ở phần “Trước đây”"
        ids={draft.formerly}
        problems={says("formerly")}
        onChange={(formerly) => set({ formerly })}
      />
    </>
  );
}

function Risk({ draft, onChange }: { readonly draft: EntryDraft; readonly onChange: (risk: EntryDraft["risk"]) => void }): VNode {
  return (
    <p class="field">
      <label for="f-risk">Nếu trả lời sai</label>
      <select id="f-risk" value={draft.risk} onChange={(event) => onChange(event.currentTarget.value as EntryDraft["risk"])}>
        {Object.entries(riskNames).map(([risk, name]) => (
          <option value={risk}>{name}</option>
        ))}
      </select>
    </p>
  );
}

type BesideProps = Pick<EntryFieldsProps, "draft" | "onChange"> & Pick<PartProps, "says">;

/** The lines the answer tells people to call, and what they ask next. */
function Beside({ draft, says, onChange }: BesideProps): VNode {
  const [list, setList] = useState<EntryList>();
  useEffect(
    () =>
      void editingApi.entries().then(setList, () => {
        // Without the names the ids can still be typed.
      }),
    [],
  );
  const { hotlines, related } = draft;
  const turn = (id: string) =>
    onChange({ ...draft, hotlines: hotlines.includes(id) ? hotlines.filter((each) => each !== id) : [...hotlines, id] });
  return (
    <>
      <fieldset class="hotlines" aria-describedby="hotlines-says">
        <legend>Số điện thoại nói trong bài</legend>
        {list?.hotlines.map(({ id, name, number }) => (
          <label key={id}>
            <input type="checkbox" checked={hotlines.includes(id)} onChange={() => turn(id)} /> {number} – {name}
          </label>
        ))}
        <Problems name="hotlines" says={says("hotlines")} />
      </fieldset>
      <WrittenField
        name="related"
        label="Người ta thường hỏi tiếp"
        hint="Tối đa ba mục, mỗi dòng một tên tệp."
        rows={3}
        value={related.join("\n")}
        problems={[...says("related"), ...says("interview"), ...says("video"), ...says("replacedBy"), ...says("risk")]}
        onInput={(text) =>
          onChange({
            ...draft,
            related: text
              .split("\n")
              .map((each) => each.trim())
              .filter(Boolean),
          })
        }
      />
    </>
  );
}
