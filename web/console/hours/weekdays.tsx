import type { VNode } from "preact";
import type { WireShift } from "../../../server/http/figures/wire.ts";

const names = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];
const shiftNames = ["Ca đầu", "Ca sau"];

/** Two shifts a day; an empty one is none. */
export function Weekdays({
  weekdays,
  onChange,
}: {
  readonly weekdays: readonly (readonly WireShift[])[];
  readonly onChange: (weekdays: WireShift[][]) => void;
}): VNode {
  const set = (day: number, shifts: readonly WireShift[]) => onChange(weekdays.map((old, at) => [...(at === day ? shifts : old)]));
  return (
    <ul class="weekdays">
      {names.map((name, day) => (
        <li key={name}>
          <strong>{name}</strong>
          {shiftNames.map((shift, at) => (
            <span class="named-shift" key={shift}>
              <span class="hint">{shift}</span>
              <Shift
                label={`${name}, ${shift.toLowerCase()}`}
                shift={weekdays[day]?.[at]}
                onChange={(changed) => set(day, placed(weekdays[day] ?? [], at, changed))}
              />
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** From and to; both empty = none. */
export function Shift({
  label,
  shift,
  onChange,
}: {
  readonly label: string;
  readonly shift: WireShift | undefined;
  readonly onChange: (shift: WireShift | undefined) => void;
}): VNode {
  const { from = "", to = "" } = shift ?? {};
  const set = (changed: WireShift) => onChange(changed.from === "" && changed.to === "" ? undefined : changed);
  return (
    <span class="shift">
      <input
        type="time"
        aria-label={`${label}: từ`}
        value={from}
        required={to !== ""}
        onInput={(event) => set({ from: event.currentTarget.value, to })}
      />
      <span aria-hidden="true">–</span>
      <input
        type="time"
        aria-label={`${label}: đến`}
        value={to}
        required={from !== ""}
        onInput={(event) => set({ from, to: event.currentTarget.value })}
      />
    </span>
  );
}

function placed(shifts: readonly WireShift[], at: number, changed: WireShift | undefined): readonly WireShift[] {
  const all = Array.from({ length: Math.max(shifts.length, at + 1) }, (_, position) => (position === at ? changed : shifts[position]));
  return all.filter((shift) => shift !== undefined);
}
