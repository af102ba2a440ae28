export const FindSupport = () => <h1>Support</h1>
