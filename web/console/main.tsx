import { render } from "preact";
import { Console } from "./console.tsx";
import "./console.css";

const place = document.getElementById("console");
if (place) {
  place.textContent = "";
  const invitation = /^#moi=([\w-]+)$/.exec(location.hash)?.[1];
  // The token must not stay in the address bar or in the history.
  if (invitation) history.replaceState(null, "", location.pathname);
  render(<Console invited={invitation} />, place);
}
