// What a browser remembers, or does not: storage may be full, forbidden or emptied at any time.

export function remembered(name, area = 'localStorage') {
  try {
    const text = window[area].getItem(`sectorwatch.${name}`);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function remember(name, value, area = 'localStorage') {
  try {
    window[area].setItem(`sectorwatch.${name}`, JSON.stringify(value));
  } catch {
    // Nothing depends on it.
  }
}

export function forget(name, area = 'localStorage') {
  try {
    window[area].removeItem(`sectorwatch.${name}`);
  } catch {
    // Nothing depends on it.
  }
}
