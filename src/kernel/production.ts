/** Set before anything is loaded: libraries check and explain more, and take longer, where it is not `production`. */
process.env.NODE_ENV ??= 'production'
