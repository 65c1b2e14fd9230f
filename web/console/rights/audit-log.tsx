import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Audit, NotedAct } from "../../../server/http/rights/wire.ts";
import { wordsOf } from "../field.tsx";
import { actNames, actorName, objectInWords } from "./act-names.ts";
import { rightsApi } from "./rights-api.ts";
import { timeInWords } from "./time-in-words.ts";

const pageLength = 100;
const dayMs = 86_400_000;

/** Who did what, newest first, with filters. */
export function AuditLog(): VNode {
  const [asked, setAsked] = useState<Record<string, string>>({});
  const [shown, setShown] = useState<Audit>({ acts: [], people: [] });
  const [problem, setProblem] = useState("");
  const load = (before: readonly NotedAct[]) => {
    const last = before.at(-1);
    rightsApi.audit({ ...asked, ...(last && { before: String(last.sequence) }) }).then(
      ({ acts, people }) => setShown({ acts: [...before, ...acts], people }),
      (refused: Error) => setProblem(refused.message),
    );
  };
  useEffect(() => load([]), [asked]);
  const { acts, people } = shown;
  return (
    <section class="page rights">
      <h2>Sổ ghi việc</h2>
      <p class="quiet">Ai làm gì, lúc nào. Sổ chỉ thêm được, không sửa, không xóa; trong sổ không có lời của người hỏi.</p>
      <Filters people={people} onAsk={setAsked} />
      <p role="alert" class="problem">
        {problem}
      </p>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Lúc</th>
            <th scope="col">Ai</th>
            <th scope="col">Việc</th>
            <th scope="col">Với gì</th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={act.sequence}>
              <td>{timeInWords(act.at)}</td>
              <td>{actorName(act)}</td>
              <td>{actNames[act.act]}</td>
              <td>{objectInWords(act)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {acts.length === 0 && <p class="quiet">Không có việc nào như vậy.</p>}
      {acts.length > 0 && acts.length % pageLength === 0 && (
        <button type="button" class="button" onClick={() => load(acts)}>
          Xem thêm
        </button>
      )}
    </section>
  );
}

interface FilterProps {
  readonly people: Audit["people"];
  readonly onAsk: (asked: Record<string, string>) => void;
}

function Filters({ people, onAsk }: FilterProps): VNode {
  const ask = (form: HTMLFormElement) => {
    const { from, until, ...rest } = wordsOf(form);
    const chosen = Object.entries({
      ...rest,
      ...(from && { from: String(midnight(from)) }),
      ...(until && { until: String(midnight(until) + dayMs) }),
    });
    onAsk(Object.fromEntries(chosen.filter(([, value]) => value !== "")));
  };
  return (
    <form class="filters" onChange={(event) => ask(event.currentTarget)} onSubmit={(event) => event.preventDefault()}>
      <label>
        Ai{" "}
        <select name="by">
          <option value="">tất cả</option>
          {people.map(({ id, name }) => (
            <option value={id}>{name}</option>
          ))}
          <option value="program">máy</option>
          <option value="person">người hỏi</option>
        </select>
      </label>
      <label>
        Việc{" "}
        <select name="act">
          <option value="">tất cả</option>
          {Object.entries(actNames).map(([act, name]) => (
            <option value={act}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        Từ ngày <input type="date" name="from" />
      </label>
      <label>
        Đến ngày <input type="date" name="until" />
      </label>
    </form>
  );
}

function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}
