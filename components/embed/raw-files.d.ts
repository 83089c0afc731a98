// Style sheets as text; next.config.js and Vite know the query.
declare module '*.css?raw' {
  const text: string;
  export default text;
}
