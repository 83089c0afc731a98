import fs from 'node:fs';
import { buildEmbedScripts } from './build-embed-scripts';

// Writes the two scripts of embeds in their small form. Run after a change in components/embed/script; a test fails until it was.

for (const [file, text] of Object.entries(await buildEmbedScripts())) {
  fs.writeFileSync(file, text);
  console.log(`${file}: ${text.length} bytes`);
}
