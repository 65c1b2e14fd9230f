import type { VNode } from "preact";

export interface WrittenFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly value: string;
  readonly problems: readonly string[];
  readonly onInput: (text: string) => void;
}

/** One field with what is wrong in it. */
export function WrittenField({ name, label, hint, rows, value, problems, onInput }: WrittenFieldProps): VNode {
  const shared = {
    id: `f-${name}`,
    value,
    "aria-invalid": problems.length > 0,
    "aria-describedby": `${name}-hint ${name}-says`,
  };
  return (
    <div class="field">
      <label for={`f-${name}`}>{label}</label>
      {rows === undefined ? (
        <input type="text" {...shared} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <textarea rows={rows} {...shared} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      <span id={`${name}-hint`} class="hint">
        {hint}
      </span>
      <Problems name={name} says={problems} />
    </div>
  );
}

export function Problems({ name, says }: { readonly name: string; readonly says: readonly string[] }): VNode {
  return (
    <ul id={`${name}-says`} class="says" hidden={says.length === 0}>
      {says.map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  );
}
