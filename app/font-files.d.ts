// The bundler turns an imported font file into its public address.
declare module '*.woff2' {
  const address: string;
  export default address;
}
