/** Makes a letter easier to fill in. What is written stays in the fields: nothing is sent, kept or put in an address. */
export function helpWithLetter(): void {
  const letter = document.querySelector<HTMLElement>("[data-letter]");
  if (letter === null) return;
  letter.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.fill === undefined) return;
    for (const echo of letter.querySelectorAll(`[data-echo="${target.dataset.fill}"]`)) echo.textContent = target.value;
  });
  document.querySelector("[data-today]")?.addEventListener("click", () => {
    const now = new Date();
    const today = { day: now.getDate(), month: now.getMonth() + 1, year: now.getFullYear() };
    for (const [name, value] of Object.entries(today)) {
      const field = letter.querySelector<HTMLInputElement>(`[data-fill="${name}"]`);
      if (field) field.value = String(value).padStart(2, "0");
    }
  });
  document.querySelector("[data-empty]")?.addEventListener("click", () => {
    for (const field of letter.querySelectorAll("input")) field.value = "";
    for (const echo of letter.querySelectorAll("[data-echo]")) echo.textContent = "";
  });
}
