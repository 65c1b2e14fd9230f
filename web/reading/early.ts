{
  // Runs before the page is painted, so that letters are of the chosen size from the first moment. A block: no global names.
  const page = document.documentElement;
  page.classList.add("with-script");
  try {
    page.dataset.size = localStorage.getItem("co-chu") ?? "vua";
  } catch {
    // Where a browser keeps nothing, letters have their usual size.
  }
}
