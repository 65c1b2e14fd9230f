import { render } from "preact";
import { Console } from "./console.tsx";
import "./console.css";

const place = document.getElementById("console");
if (place) {
  place.textContent = "";
  const [, kind, token] = /^#(moi|lai)=([\w-]+)$/.exec(location.hash) ?? [];
  // The token must not stay in the address bar or in the history.
  if (token) history.replaceState(null, "", location.pathname);
  render(<Console invited={kind === "moi" ? token : undefined} reset={kind === "lai" ? token : undefined} />, place);
}
