import { build } from 'esbuild';

const BANNER = '// Made by `npm run embed:scripts` from components/embed/script; do not edit.\n';

/** The small form of a script: one expression, no module syntax. */
async function minified(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, minify: true, format: 'iife', target: 'es2020', charset: 'utf8', legalComments: 'none' });
  return (outputFiles[0]?.text ?? '').trim();
}

/** Both scripts of embeds as they are kept in the repository, by file. */
export async function buildEmbedScripts(): Promise<Readonly<Record<string, string>>> {
  const reader = await minified('components/embed/script/read-marks.ts');
  if (reader.includes('</')) throw new Error('The script of a frame must not hold an end tag.');
  return {
    'components/embed/read-marks.generated.ts': `${BANNER}export const READ_MARKS = ${JSON.stringify(reader)};\n`,
    'public/embed.js': `${await minified('components/embed/script/fit-frames.ts')}\n`,
  };
}
