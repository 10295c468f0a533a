import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_privileges","description":"不是预设，不是权限名称，也不是 0 至 255 的数字. 传入 \\"audience\\" 之类的预设、权限名称的数组，或者 0 至 255 的数字。","frontmatter":{"title":"invalid_privileges","description":"不是预设，不是权限名称，也不是 0 至 255 的数字. 传入 \\"audience\\" 之类的预设、权限名称的数组，或者 0 至 255 的数字。","code":"invalid_privileges","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/invalid_privileges.md","filePath":"zh/codes/invalid_privileges.md"}');
const _sfc_main = { name: "zh/codes/invalid_privileges.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_privileges" tabindex="-1">invalid_privileges <a class="header-anchor" href="#invalid_privileges" aria-label="Permalink to &quot;invalid\\_privileges&quot;">​</a></h1><p><a href="/usersig/codes/invalid_privileges.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>不是预设，不是权限名称，也不是 0 至 255 的数字</p><p><strong>处理办法:</strong> 传入 &quot;audience&quot; 之类的预设、权限名称的数组，或者 0 至 255 的数字。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/invalid_privileges.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_privileges = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_privileges as default
};
