const most = 3;
const shortestQuestion = 3;

/** The questions of one message, in order; a message without several question marks is one. */
export function splitQuestions(text: string): readonly string[] {
  const pieces = text
    .split(/(?<=\?)\s+|\n+(?=\s*[-•\d])/u)
    .map((piece) => piece.replace(/^[\s\-•\d.)]+/u, "").trim())
    .filter((piece) => piece !== "");
  const questions = pieces.filter((piece) => piece.endsWith("?") && piece.split(" ").length >= shortestQuestion);
  if (questions.length < 2) return [text];
  return pieces.reduce<readonly string[]>((whole, piece) => joinStory(whole, piece), []).slice(0, most);
}

/** What is told before a question belongs to it. */
function joinStory(whole: readonly string[], piece: string): readonly string[] {
  const last = whole.at(-1);
  if (last !== undefined && !last.endsWith("?")) return [...whole.slice(0, -1), `${last} ${piece}`];
  return [...whole, piece];
}
