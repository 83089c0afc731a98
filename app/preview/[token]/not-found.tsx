export default function NoPreview() {
  return (
    <div className="max-w-prose pt-16">
      <h1 className="mb-4 font-serif text-3xl font-semibold">This link opens nothing</h1>
      <p>It may have ended, or it was closed. Ask whoever sent it for a new one. What is published is on <a href="/">the site itself</a>.</p>
    </div>
  );
}
