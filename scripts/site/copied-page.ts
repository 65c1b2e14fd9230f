import { posix } from "node:path";

/** The page that says why something is not in the copy. */
export const lackingFile = "khong-co-o-ban-nay.html";

export interface Copying {
  /** The files of the copy, by the path each has on the site. */
  readonly files: ReadonlyMap<string, string>;
  /** The day of the copy, as people write it. */
  readonly day: string;
  readonly publicUrl: string;
}

/** Where the page of a path is kept. */
export function fileOf(path: string): string {
  return path === "/" ? "index.html" : `${path.slice(1)}.html`;
}

/** A page of the site as a file: nothing that needs a server, links that lead from file to file, and the day of the copy above the text. */
export function copiedPage(html: string, path: string, { files, day, publicUrl }: Copying): string {
  const from = posix.dirname(fileOf(path));
  const relative = (file: string) => posix.relative(from, file) || posix.basename(file);
  const link = (target: string) => {
    const [, place = "/", rest = ""] = /^([^?#]*)([?#].*)?$/.exec(target) ?? [];
    const file = files.get(place);
    const isQuestion = rest.startsWith("?") || rest === "#hoi";
    return file === undefined || isQuestion ? relative(lackingFile) : relative(file) + rest;
  };
  const note = `<p class="kept-note"><strong>Bản sao ngày ${day}.</strong> Luật có thể đổi sau ngày này. Bản đang chạy, nếu mở được: <a href="${publicUrl}">${publicUrl}</a></p>`;
  const lacking = `<p class="note">Bản sao này không tìm kiếm và không hỏi đáp được. <a href="/${lackingFile}">Vì sao, và hỏi ở đâu</a></p>`;
  return html
    .replace(/<script\b[^>]*src="[^>]*><\/script>/g, "")
    .replace(/<div id="hoi"[^>]*><div id="chat">.*?<\/div><\/div>/s, lacking)
    .replace(/<form\b.*?<\/form>/gs, lacking)
    .replace(/<section class="keep-page".*?<\/section>/gs, "")
    .replace(/(\s(?:href|src)=")(\/(?!\/)[^"]*)"/g, (_all, start: string, target: string) => `${start}${link(target)}"`)
    .replace('<main id="noi-dung">', (main) => main + note);
}
