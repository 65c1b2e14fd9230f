import { openMemory } from "../chat/memory.ts";
import { takeDraft } from "../draft.ts";
import { openSteps } from "../tools/steps.ts";
import { asText, eraseConversation, readConversation } from "./my-conversation.ts";

// "Dữ liệu của tôi": what this browser and the server keep of the website conversation; view, download, erase.

const memory = openMemory(sessionStorage, localStorage);
const part = (name: string) => document.querySelector<HTMLElement>(`[data-mine="${name}"]`);
const say = (words: string) => {
  const place = part("status");
  if (place) place.textContent = words;
};

void show();
part("erase")?.addEventListener("click", () => void erase());

async function show(): Promise<void> {
  const token = memory.token();
  part("remembered")?.toggleAttribute("hidden", !memory.remembers());
  if (token === undefined) return say("Trên máy này không có cuộc hỏi đáp nào.");
  say("Đang đọc…");
  try {
    const messages = await readConversation(token);
    const text = asText(messages);
    const shown = part("text");
    if (shown) shown.textContent = text;
    const download = part("download") as HTMLAnchorElement | null;
    if (download) download.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    part("kept")?.toggleAttribute("hidden", messages.length === 0);
    say(messages.length === 0 ? "Máy này có mở phần hỏi đáp, nhưng chưa có lời nào được cất." : `Máy chủ đang cất ${messages.length} lời.`);
  } catch {
    say("Chưa đọc được, có thể mất mạng. Anh/chị tải lại trang.");
  }
}

async function erase(): Promise<void> {
  say("Đang xóa…");
  const token = memory.token();
  if (token !== undefined && !(await eraseConversation(token)))
    return say("Chưa xóa được, có thể mất mạng. Anh/chị bấm lại. Chưa có gì bị mất.");
  memory.forget();
  openSteps(sessionStorage).forget();
  takeDraft(sessionStorage);
  localStorage.removeItem("co-chu");
  if ("caches" in window) for (const name of await caches.keys()) await caches.delete(name);
  part("kept")?.toggleAttribute("hidden", true);
  part("remembered")?.toggleAttribute("hidden", true);
  say("Đã xóa. Trên máy này và trên máy chủ không còn gì của cuộc hỏi đáp.");
}
