import "./figures.css";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { ArchiveAnswer, ArchivedConversation } from "../../../server/http/figures/wire.ts";
import { channels } from "../channels/channel-names.ts";
import { figuresApi } from "./figures-api.ts";

/** Conversations of before, found by what was written in them, and read. */
export function ArchivePage(): VNode {
  const [answer, setAnswer] = useState<ArchiveAnswer>();
  const [opened, setOpened] = useState<ArchivedConversation>();
  const [outcome, setOutcome] = useState("");
  const failed = (fault: Error) => setOutcome(fault.message);
  const search = async (text: string) => {
    setOutcome("Đang tìm…");
    const found = await figuresApi.search(text);
    setAnswer(found);
    setOpened(undefined);
    setOutcome(
      found.found.length === 0
        ? "Không tìm thấy cuộc nào."
        : `${found.found.length} cuộc${found.more ? ", còn nữa: thêm chữ để tìm hẹp hơn" : ""}.`,
    );
  };
  return (
    <section class="page archive">
      <h2>Tìm lại cuộc trò chuyện</h2>
      <search>
        <form
          class="period"
          onSubmit={(event) => {
            event.preventDefault();
            search(String(new FormData(event.currentTarget).get("words"))).catch(failed);
          }}
        >
          <label class="search-words">
            Chữ người hỏi hay tư vấn viên đã viết
            <input type="search" name="words" required minLength={2} maxLength={200} aria-describedby="archive-hint" autoComplete="off" />
          </label>
          <button type="submit" class="button primary">
            Tìm
          </button>
        </form>
      </search>
      <p class="hint" id="archive-hint">
        Viết không dấu thì tìm mọi cách viết (“vo” thấy cả “vợ”, “vở”); viết có dấu thì chỉ tìm đúng chữ ấy. Chỉ mở cuộc nào cần cho việc
        đang làm.
      </p>
      <p role="status">{outcome}</p>
      <div class="archive-columns">
        <ul class="found">
          {answer?.found.map(({ conversation, channel, at, before, hit, after }) => (
            <li key={conversation}>
              <button type="button" class="queue-item" onClick={() => void figuresApi.open(conversation).then(setOpened, failed)}>
                <span class="hint">
                  {channels[channel] ?? channel} · {moment(at)}
                </span>
                <span>
                  {before}
                  <mark>{hit}</mark>
                  {after}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {opened && <Transcript opened={opened} />}
      </div>
    </section>
  );
}

function Transcript({ opened }: { readonly opened: ArchivedConversation }): VNode {
  return (
    <section aria-label="Cuộc trò chuyện">
      {opened.cut && <p class="quiet">Chỉ hiện phần cuối của cuộc này.</p>}
      <ol class="transcript">
        {opened.messages.map(({ id, at, who, text }) => (
          <li key={id} class={who === "Người hỏi" ? "person" : ""}>
            <p class="who">
              {who} · {moment(at)}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function moment(at: number): string {
  return new Date(at).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short", timeStyle: "short" });
}
