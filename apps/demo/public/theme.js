// Runs before the first paint, so that a chosen theme does not flash. Browsers may block the storage.
try {
  const chosen = localStorage.getItem('theme')
  if (chosen) document.documentElement.dataset.theme = chosen
} catch {}
