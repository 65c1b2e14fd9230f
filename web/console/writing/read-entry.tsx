import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EntryDraft, ProvisionItem } from "../../../server/http/editing/wire.ts";
import { editingApi } from "../editing/editing-api.ts";
import { riskNames } from "../editing/words.ts";
import { sectionNames } from "./fields.ts";

/** An entry to be read: what people are told, and what it rests on. */
export function ReadEntry({ draft }: { readonly draft: EntryDraft }): VNode {
  const provisions = useProvisions(draft.basis);
  return (
    <div class="read-entry">
      <p class="short">{draft.short}</p>
      {sectionNames.map(([name, label]) =>
        draft.sections[name] ? (
          <section key={name}>
            <h3>{label}</h3>
            <p class="text">{draft.sections[name]}</p>
          </section>
        ) : null,
      )}
      <h3>Làm gì tiếp</h3>
      <p>{draft.next}</p>
      <h3>Chỗ dựa</h3>
      <ul>
        {provisions.map((provision) => (
          <li key={provision.id}>
            <ProvisionLine provision={provision} />
          </li>
        ))}
      </ul>
      <h3>Người ta còn hỏi thế này</h3>
      <ul>
        {draft.asked.map((way) => (
          <li>{way}</li>
        ))}
      </ul>
      <p class="hint">{riskNames[draft.risk]}</p>
    </div>
  );
}

export function ProvisionLine({ provision }: { readonly provision: ProvisionItem }): VNode {
  const { label, says, from, to, inForce, confidence } = provision;
  return (
    <>
      <strong>{label}</strong> {!inForce && <strong class="problem">hôm nay không có hiệu lực</strong>}
      <br />
      {says}{" "}
      <span class="hint">
        (từ {written(from)}
        {to && ` đến hết ${written(to)}`}, mức chắc: {confidence})
      </span>
    </>
  );
}

export function useProvisions(ids: readonly string[]): readonly ProvisionItem[] {
  const [provisions, setProvisions] = useState<readonly ProvisionItem[]>([]);
  const key = ids.join(",");
  useEffect(() => {
    if (key === "") return setProvisions([]);
    editingApi.provisions(key.split(",")).then(
      (found) => setProvisions(found.provisions),
      () => setProvisions([]),
    );
  }, [key]);
  return provisions;
}

function written(day: string): string {
  return day.split("-").reverse().join("/");
}
