import "./hours.css";
import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Office, WireHours } from "../../../server/http/figures/wire.ts";
import type { SectionProps } from "../section.ts";
import { Levels } from "./levels.tsx";
import { officeApi, savedInWords } from "./office-api.ts";
import { SpecialDays } from "./special-days.tsx";
import { Weekdays } from "./weekdays.tsx";

const noHours: WireHours = { weekdays: [[], [], [], [], [], [], []], specialDays: [] };

/** When people are there, the days that are different, and by when a first answer is due. */
export function HoursPage({ me }: SectionProps): VNode {
  const [office, setOffice] = useState<Office>();
  const [problem, setProblem] = useState("");
  const load = useCallback(() => officeApi.read().then(setOffice, (fault: Error) => setProblem(fault.message)), []);
  useEffect(() => void load(), [load]);
  const mayChange = me.role === "supervisor" || me.role === "administrator";
  return (
    <section class="page hours">
      <h2>Giờ trực</h2>
      {problem !== "" && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {office === undefined ? (
        <p class="quiet">Đang mở…</p>
      ) : (
        <>
          <p>
            Ai cần gặp người lúc này sẽ nghe: <q>{office.says}</q>
          </p>
          {!mayChange && <p class="quiet">Người phụ trách và người quản trị sửa được phần này.</p>}
          <HoursForm key={`hours ${office.hours.version}`} office={office} mayChange={mayChange} onSaved={() => void load()} />
          <Levels key={`levels ${office.levels.version}`} kept={office.levels} mayChange={mayChange} onSaved={() => void load()} />
        </>
      )}
    </section>
  );
}

interface HoursFormProps {
  readonly office: Office;
  readonly mayChange: boolean;
  readonly onSaved: () => void;
}

function HoursForm({ office: { hours }, mayChange, onSaved }: HoursFormProps): VNode {
  const [draft, setDraft] = useState<WireHours>(hours.value ?? noHours);
  const [outcome, setOutcome] = useState("");
  const save = async () => {
    const saved = await officeApi.save("hours", hours.version, draft);
    setOutcome(savedInWords(saved));
    if (saved.kind === "saved") onSaved();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save().catch((fault: Error) => setOutcome(fault.message));
      }}
    >
      {hours.value === undefined && <p class="notice">Chưa đặt giờ trực: máy chỉ nói được lúc này có người hay không.</p>}
      <fieldset disabled={!mayChange}>
        <legend>Trong tuần</legend>
        <Weekdays weekdays={draft.weekdays} onChange={(weekdays) => setDraft({ ...draft, weekdays })} />
      </fieldset>
      <fieldset disabled={!mayChange}>
        <legend>Ngày nghỉ và ngày làm bù</legend>
        <p class="hint">Mỗi năm cơ quan tự ghi ngày nghỉ Tết, nghỉ lễ và ngày làm bù theo lịch được công bố.</p>
        <SpecialDays days={draft.specialDays} onChange={(specialDays) => setDraft({ ...draft, specialDays })} />
      </fieldset>
      {mayChange && (
        <button type="submit" class="button primary">
          Lưu giờ trực
        </button>
      )}
      <p role="status">{outcome}</p>
    </form>
  );
}
