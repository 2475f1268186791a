// A classic script, ahead of the styles: a chosen theme must hold before the first paint.
try {
  const chosen = localStorage.getItem('sectorwatch.theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
} catch {
  // A browser that stores nothing shows what the system prefers.
}
