import type { VNode } from "preact";

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "password";
  readonly autocomplete?: string;
  readonly hint?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly inputMode?: "numeric";
}

/** One labelled input. */
export function Field({ name, label, type = "text", autocomplete = "off", hint, pattern, minLength, inputMode }: FieldProps): VNode {
  const shared = {
    id: name,
    name,
    autoComplete: autocomplete,
    required: true,
    ...(pattern && { pattern }),
    ...(minLength && { minLength }),
    ...(inputMode && { inputMode }),
    ...(hint && { "aria-describedby": `${name}-hint` }),
  };
  return (
    <p class="field">
      <label for={name}>{label}</label>
      {type === "password" ? <input type="password" {...shared} /> : <input type="text" {...shared} />}
      {hint && (
        <span id={`${name}-hint`} class="hint">
          {hint}
        </span>
      )}
    </p>
  );
}

/** The words of a submitted form, by field. */
export function wordsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
