import "./figures.css";
import "../hours/hours.css";
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { FigureList } from "../../../server/http/figures/wire.ts";
import type { SectionProps } from "../section.ts";
import { FigureView } from "./figure-view.tsx";
import { figuresApi, fileAddress, type Period } from "./figures-api.ts";
import { Report } from "./report.tsx";

/** What was asked, what came of it, and how long people waited; with the report to superiors. */
export function FiguresPage({ me }: SectionProps): VNode {
  const [period, setPeriod] = useState<Period>();
  const [figures, setFigures] = useState<FigureList>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    figuresApi.read(period).then(
      (read) => {
        setFigures(read);
        setProblem("");
      },
      (fault: Error) => setProblem(fault.message),
    );
  }, [period]);
  const mayReport = me.role === "supervisor" || me.role === "administrator";
  return (
    <section class="page figures">
      <h2>Số liệu</h2>
      {problem !== "" && (
        <p role="alert" class="problem">
          {problem}
        </p>
      )}
      {figures === undefined ? (
        <p class="quiet">Đang mở…</p>
      ) : (
        <>
          <PeriodForm key={`${figures.from} ${figures.to}`} shown={figures} onChange={setPeriod} />
          <p class="buttons">
            <a class="button" href={fileAddress("export.xlsx", figures)} download>
              Tải Excel
            </a>{" "}
            <a class="button" href={fileAddress("export.csv", figures)} download>
              Tải CSV
            </a>
          </p>
          {mayReport && <Report />}
          <p class="hint">Số từ 1 đến 4 không nêu, để không ai bị nhận ra. Số liệu không chứa lời hay tên của người hỏi.</p>
          {figures.tables.map((table) => (
            <FigureView key={table.name} table={table} period={figures} />
          ))}
        </>
      )}
    </section>
  );
}

function PeriodForm({ shown, onChange }: { readonly shown: Period; readonly onChange: (period: Period) => void }): VNode {
  return (
    <form
      class="period"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        onChange({ from: String(form.get("from")), to: String(form.get("to")) });
      }}
    >
      <label>
        Từ ngày <input type="date" name="from" required defaultValue={shown.from} />
      </label>
      <label>
        Đến hết ngày <input type="date" name="to" required defaultValue={shown.to} />
      </label>
      <button type="submit" class="button">
        Xem
      </button>
    </form>
  );
}
