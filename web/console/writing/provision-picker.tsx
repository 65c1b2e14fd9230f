import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ProvisionItem } from "../../../server/http/editing/wire.ts";
import { editingApi } from "../editing/editing-api.ts";
import { ProvisionLine, useProvisions } from "./read-entry.tsx";
import { Problems } from "./written-field.tsx";

const restMs = 250;

export interface ProvisionPickerProps {
  readonly name: string;
  readonly label: string;
  readonly ids: readonly string[];
  readonly problems: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Provisions chosen by searching in their words; the first one carries the answer. */
export function ProvisionPicker({ name, label, ids, problems, onChange }: ProvisionPickerProps): VNode {
  const [words, setWords] = useState("");
  const found = useFound(words);
  const chosen = useProvisions(ids);
  const offered = found.filter(({ id }) => !ids.includes(id));
  return (
    <fieldset class="picker" aria-describedby={`${name}-says`}>
      <legend>{label}</legend>
      <ol class="chosen">
        {ids.map((id) => (
          <li key={id}>
            <Chosen id={id} provision={chosen.find((each) => each.id === id)} />{" "}
            <button type="button" class="button small" onClick={() => onChange(ids.filter((each) => each !== id))} aria-label={`Bỏ ${id}`}>
              Bỏ
            </button>
          </li>
        ))}
      </ol>
      <p class="field">
        <label for={`f-${name}`}>Tìm quy định</label>
        <input id={`f-${name}`} type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </p>
      <ul class="offered">
        {offered.map((provision) => (
          <li key={provision.id}>
            <button type="button" class="offer" onClick={() => onChange([...ids, provision.id])}>
              <ProvisionLine provision={provision} />
            </button>
          </li>
        ))}
      </ul>
      <Problems name={name} says={problems} />
    </fieldset>
  );
}

function Chosen({ id, provision }: { readonly id: string; readonly provision: ProvisionItem | undefined }): VNode {
  return provision === undefined ? <span>{id}</span> : <ProvisionLine provision={provision} />;
}

function useFound(words: string): readonly ProvisionItem[] {
  const [found, setFound] = useState<readonly ProvisionItem[]>([]);
  useEffect(() => {
    if (words.trim().length < 2) return setFound([]);
    let wanted = true;
    const timer = setTimeout(() => {
      editingApi.findProvisions(words).then(
        ({ provisions }) => wanted && setFound(provisions),
        () => wanted && setFound([]),
      );
    }, restMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [words]);
  return found;
}
