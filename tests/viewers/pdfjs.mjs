// SPDX-License-Identifier: GPL-3.0-or-later
// What pdf.js reads from a PDF, as one JSON object: the text of each page and its highlights.
// Usage: node pdfjs.mjs FOLDER-WITH-NODE_MODULES FILE.pdf
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(process.argv[2] + '/'));
const pdfjs = await import(pathToFileURL(require.resolve('pdfjs-dist/legacy/build/pdf.mjs')));
const data = new Uint8Array(readFileSync(process.argv[3]));
const pdf = await pdfjs.getDocument({ data, verbosity: 0 }).promise;
const result = { pages: [], highlights: [] };
for (let number = 1; number <= pdf.numPages; ++number) {
  const page = await pdf.getPage(number);
  const text = await page.getTextContent({ disableNormalization: true });
  result.pages.push(text.items.map(item => item.str + (item.hasEOL ? '\n' : '')).join(''));
  for (const mark of await page.getAnnotations()) {
    if (mark.subtype === 'Highlight')
      result.highlights.push({ page: number, author: mark.titleObj?.str, contents: mark.contentsObj?.str,
        colour: Array.from(mark.color ?? []), time: mark.modificationDate, appearance: mark.hasAppearance });
  }
}
console.log(JSON.stringify(result));
