import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_time","description":"now is neither a Date nor Unix seconds. Pass a Date or whole Unix seconds, for example Math.floor(Date.now() / 1000).","frontmatter":{"title":"invalid_time","description":"now is neither a Date nor Unix seconds. Pass a Date or whole Unix seconds, for example Math.floor(Date.now() / 1000).","code":"invalid_time","prev":false,"next":false},"headers":[],"relativePath":"codes/invalid_time.md","filePath":"codes/invalid_time.md"}');
const _sfc_main = { name: "codes/invalid_time.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_time" tabindex="-1">invalid_time <a class="header-anchor" href="#invalid_time" aria-label="Permalink to &quot;invalid\\_time&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/invalid_time.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>now is neither a Date nor Unix seconds</p><p><strong>What to do:</strong> Pass a Date or whole Unix seconds, for example Math.floor(Date.now() / 1000).</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/invalid_time.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_time = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_time as default
};
