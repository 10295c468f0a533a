import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_expire","description":"expire is not an integer from 1 to 1 576 800 000 seconds; milliseconds and points in time are recognised. Pass a duration in whole seconds, for example 86400 for a day.","frontmatter":{"title":"invalid_expire","description":"expire is not an integer from 1 to 1 576 800 000 seconds; milliseconds and points in time are recognised. Pass a duration in whole seconds, for example 86400 for a day.","code":"invalid_expire","prev":false,"next":false},"headers":[],"relativePath":"codes/invalid_expire.md","filePath":"codes/invalid_expire.md"}');
const _sfc_main = { name: "codes/invalid_expire.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_expire" tabindex="-1">invalid_expire <a class="header-anchor" href="#invalid_expire" aria-label="Permalink to &quot;invalid\\_expire&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/invalid_expire.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>expire is not an integer from 1 to 1 576 800 000 seconds; milliseconds and points in time are recognised</p><p><strong>What to do:</strong> Pass a duration in whole seconds, for example 86400 for a day.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/invalid_expire.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_expire = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_expire as default
};
