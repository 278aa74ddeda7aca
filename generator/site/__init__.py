"""From pages to a published site: files, the publisher's subprocess, and the swap that readers never notice."""
