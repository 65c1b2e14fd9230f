import type { VNode } from "preact";
import type { WireHours } from "../../../server/http/figures/wire.ts";
import { Shift } from "./weekdays.tsx";

type Days = WireHours["specialDays"];

/** Holidays, and days worked instead. */
export function SpecialDays({ days, onChange }: { readonly days: Days; readonly onChange: (days: Days) => void }): VNode {
  const set = (at: number, changed: Partial<Days[number]>) =>
    onChange(days.map((day, each) => (each === at ? { ...day, ...changed } : day)));
  return (
    <>
      <ul class="special-days">
        {days.map((day, at) => (
          <li key={at}>
            <label>
              Tên
              <input
                type="text"
                required
                minLength={2}
                maxLength={80}
                value={day.name}
                onInput={(event) => set(at, { name: event.currentTarget.value })}
              />
            </label>
            <label>
              Từ ngày
              <input type="date" required value={day.from} onInput={(event) => set(at, { from: event.currentTarget.value })} />
            </label>
            <label>
              Đến hết ngày
              <input type="date" required min={day.from} value={day.to} onInput={(event) => set(at, { to: event.currentTarget.value })} />
            </label>
            <div class="worked">
              <span class="hint">Làm việc (để trống là nghỉ)</span>
              <Shift
                label={`${day.name || "Ngày này"}, làm việc`}
                shift={day.shifts[0]}
                onChange={(shift) => set(at, { shifts: shift === undefined ? [] : [shift] })}
              />
            </div>
            <button type="button" class="button" onClick={() => onChange(days.filter((_, each) => each !== at))}>
              Bỏ<span class="visually-hidden"> {day.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => onChange([...days, { name: "", from: "", to: "", shifts: [] }])}>
        Thêm ngày
      </button>
    </>
  );
}
