export function SignOutForm() {
  return (
    <form method="post" action="/api/admin/sign-out">
      <button type="submit" className="border border-rule-strong px-4 py-2 font-medium hover:bg-sunk">Sign out</button>
    </form>
  );
}
