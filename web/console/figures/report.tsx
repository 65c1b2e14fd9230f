import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Office, WireAgency } from "../../../server/http/figures/wire.ts";
import { officeApi, savedInWords } from "../hours/office-api.ts";
import { reportAddress } from "./figures-api.ts";

/** The report of six and twelve months, one tap each, and how the agency signs it. */
export function Report(): VNode {
  const [last, setLast] = useState("");
  return (
    <section class="report" aria-labelledby="report">
      <h3 id="report">Báo cáo cấp trên</h3>
      <p>
        Văn bản Word theo thể thức hành chính, số liệu điền sẵn; chỗ cần người viết được tô vàng, ghi “CẦN ĐIỀN”. Phụ lục Excel có đủ các
        bảng.
      </p>
      <p>
        <label>
          Tháng cuối của kỳ (để trống là tháng trước){" "}
          <input type="month" value={last} onInput={(event) => setLast(event.currentTarget.value)} />
        </label>
      </p>
      <p class="buttons">
        {[6, 12].map((months) => (
          <>
            <a class="button primary" href={reportAddress("report.docx", months, last)} download>
              Báo cáo {months} tháng (Word)
            </a>{" "}
            <a class="button" href={reportAddress("annex.xlsx", months, last)} download>
              Phụ lục {months} tháng (Excel)
            </a>{" "}
          </>
        ))}
      </p>
      <details>
        <summary>Tên cơ quan, nơi nhận, người ký</summary>
        <AgencyForm />
      </details>
    </section>
  );
}

const fields = {
  superior: "Cơ quan cấp trên",
  name: "Cơ quan báo cáo",
  place: "Địa danh",
  numberEnding: "Ký hiệu sau “BC-”",
  signerTitle: "Chức vụ người ký",
  signer: "Họ tên người ký",
} as const;
const noAgency: WireAgency = { superior: "", name: "", place: "", numberEnding: "", signerTitle: "", signer: "", recipients: [] };

function AgencyForm(): VNode {
  const [kept, setKept] = useState<Office["agency"]>();
  const [outcome, setOutcome] = useState("");
  const load = useCallback(
    () =>
      officeApi.read().then(
        ({ agency }) => setKept(agency),
        (fault: Error) => setOutcome(fault.message),
      ),
    [],
  );
  useEffect(() => void load(), [load]);
  const save = async (form: FormData) => {
    const words = (name: string) => String(form.get(name) ?? "").trim();
    const value = {
      ...Object.fromEntries(Object.keys(fields).map((name) => [name, words(name)])),
      recipients: words("recipients")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    };
    const saved = await officeApi.save("agency", kept?.version ?? 0, value);
    setOutcome(savedInWords(saved));
    if (saved.kind === "saved") await load();
  };
  const value = kept?.value ?? noAgency;
  return (
    <form
      key={kept?.version}
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget)).catch((fault: Error) => setOutcome(fault.message));
      }}
    >
      <div class="agency">
        {Object.entries(fields).map(([name, label]) => (
          <label key={name}>
            {label}
            <input type="text" name={name} maxLength={120} defaultValue={String(value[name as keyof typeof fields])} />
          </label>
        ))}
        <label class="wide">
          Nơi nhận (mỗi dòng một nơi)
          <textarea name="recipients" rows={3} defaultValue={value.recipients.join("\n")} />
        </label>
      </div>
      <button type="submit" class="button">
        Lưu
      </button>
      <p role="status">{outcome}</p>
    </form>
  );
}
